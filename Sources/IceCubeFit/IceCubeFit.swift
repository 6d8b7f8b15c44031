// IceCubeFit
