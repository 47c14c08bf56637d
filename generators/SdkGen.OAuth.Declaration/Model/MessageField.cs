namespace SdkGen.OAuth.Declaration;

/// <summary>A field of a request object that can be a parameter of a method.</summary>
internal sealed class MessageField(string parameter, string property, FieldType type)
{
    public string Parameter { get; } = parameter;

    public string Property { get; } = property;

    public FieldType Type { get; } = type;

    public bool IsRequired { get; init; }

    /// <summary>Whether a required field may be stated to be nothing.</summary>
    public bool IsNullable { get; init; }
}
