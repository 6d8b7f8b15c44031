// AllowedRegion
