namespace SdkGen.OAuth.Declaration;

/// <summary>A field of a request object that can be a parameter of a method.</summary>
internal sealed class MessageField(string parameter, string property, FieldType type)
{
    public string Parameter { get; } = parameter;

    public string Property { get; } = property;

    public FieldType Type { get; } = type;

    /// <summary>The method that makes the property's value of the parameter's, without the namespace; nothing where they are the same.</summary>
    public string? Factory { get; init; }

    /// <summary>Whether the field has to be stated. Of several with one property, one has to be.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether a required field may be stated to be nothing.</summary>
    public bool IsNullable { get; init; }
}
