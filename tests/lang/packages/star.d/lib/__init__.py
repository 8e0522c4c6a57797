public = "from lib package"
extra = 1
