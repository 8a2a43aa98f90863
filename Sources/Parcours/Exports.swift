@_exported public import ParcoursFormats
@_exported public import ParcoursLint
@_exported public import ParcoursMatch
@_exported public import ParcoursModel
@_exported public import ParcoursPool
@_exported public import ParcoursReport
@_exported public import ParcoursSource
@_exported public import ParcoursTransform
