"""enum._simple_enum: makes an ordinary class an enumeration, without the checks of a class statement."""

import enum


def _split(cls):
    """The items of a class's namespace that become members' values, and the others as an enumeration's namespace."""
    values, others = {}, enum._Namespace(cls.__name__)
    for name, item in cls.__dict__.items():
        if name in ("__dict__", "__weakref__"):
            continue
        is_other = (enum._is_dunder(name) or enum._is_private(cls.__name__, name) or enum._is_sunder(name)
                    or enum._is_descriptor(item))
        (others if is_other else values)[name] = item
    if others.get("__doc__") is None:
        others["__doc__"] = "An enumeration."
    return values, others


def _simple_enum(etype=enum.Enum, *, boundary=None, use_args=None):
    def convert_class(cls):
        nonlocal use_args
        if use_args is None:
            use_args = etype._use_args_
        own_new = cls.__dict__.get("__new__")
        new_member = etype._member_type_.__new__ if own_new is None else own_new.__func__
        values, others = _split(cls)
        made = type(etype)(cls.__name__, (etype,), others, boundary=boundary)
        type.__setattr__(made, "_new_member_", new_member)
        type.__setattr__(made, "_use_args_", use_args)
        is_flag = issubclass(made, enum.Flag)
        last_values, single_bits, all_bits = [], 0, 0
        for name, value in values.items():
            if isinstance(value, enum.auto):
                if value.value is enum._no_value:
                    value.value = made._generate_next_value_(name, 1, len(made._member_names_), last_values)
                value = value.value
            member = made._value2member_map_.get(value)
            if member is None:
                if use_args:
                    args = value if isinstance(value, tuple) else (value,)
                    member, value = new_member(made, *args), args[0]
                else:
                    member = new_member(made)
                if own_new is None:
                    member._value_ = value
                member._name_ = name
                member.__objclass__ = made
                member.__init__(value)
                member._sort_order_ = len(made._member_names_)
                made._value2member_map_[value] = member
                if not is_flag or enum._is_single_bit(value):
                    made._member_names_.append(name)
                if is_flag:
                    all_bits |= value
                    single_bits |= value if enum._is_single_bit(value) else 0
                last_values.append(value)
            made._member_map_[name] = member
            enum._publish(made, name, member)
        if is_flag:
            made._flag_mask_ = made._singles_mask_ = single_bits
            made._all_bits_ = 2 ** all_bits.bit_length() - 1
            made._choose_iteration()
        return made

    return convert_class
