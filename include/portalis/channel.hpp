// Channels: queues that carry values from any number of sending threads to any number of receiving ones.
//
//     BoundedChannel<int> numbers(16);            // send blocks while 16 are under way
//     UnboundedChannel<Job> jobs;                 // send never blocks
//     RendezvousChannel<int> meeting;             // send blocks until the value has been taken
//
//     // sender                                   // receiver
//     numbers.send(7);                            while (auto n = numbers.next()) use(*n);
//     numbers.close();
//
// Order: values of one sender are received in the order in which it sent them. Any thread may call anything.
//
// Results: Ok; Closed - send: the channel was closed, the value was not taken; receive: closed and drained;
// WouldBlock - only from try_*; TimedOut and Interrupted as elsewhere. A value passed to a send that did not
// return Ok is left as it was. close() may be called more than once, wakes everybody, and loses nothing: what
// was sent before can still be received.
//
// The channel must outlive all calls on it; destroying it destroys the values still in it.
#pragma once

#include "portalis/channel/bounded.hpp"
#include "portalis/channel/oneshot.hpp"
#include "portalis/channel/rendezvous.hpp"
#include "portalis/channel/unbounded.hpp"
