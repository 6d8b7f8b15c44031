// CurveArchive
