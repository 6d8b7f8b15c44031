// CurveFormats
