namespace SdkGen.OAuth.Declaration;

/// <summary>A parameter of a method.</summary>
internal sealed record ParameterModel
{
    /// <summary>The name, escaped.</summary>
    public required string Name { get; init; }

    /// <summary>The type with its modifiers, fully qualified.</summary>
    public required string Type { get; init; }

    /// <summary>The default value as C#.</summary>
    public string? Default { get; init; }

    public ParameterRole Role { get; init; }

    public FieldType FieldType { get; init; }

    /// <summary>Whether it can be null.</summary>
    public bool IsNullable { get; init; }

    /// <summary>The property of the request object, or the name under which the value is sent.</summary>
    public string Target { get; init; } = "";

    /// <summary>The enum whose members are sent by name.</summary>
    public EnumModel? Enum { get; init; }
}
