namespace SdkGen.OAuth.Declaration;

/// <summary>What a parameter of a method is, as far as a request is concerned.</summary>
internal enum FieldType
{
    /// <summary>Nothing that can be sent.</summary>
    Unsupported,
    Text,
    Uri,
    Truth,
    Number,
    Duration,
    Enum,

    /// <summary>Several texts.</summary>
    Texts,
}
