namespace SdkGen.OAuth.Declaration;

/// <summary>An attribute as the user wrote it.</summary>
/// <param name="Name">The class without its suffix: <c>OAuthParameter</c>.</param>
/// <param name="Arguments">The arguments of the constructor.</param>
/// <param name="Properties">The named arguments, in the order in which they are written.</param>
internal sealed record AttributeModel(string Name, EquatableArray<ArgumentModel> Arguments, EquatableArray<PropertyModel> Properties)
{
    public ArgumentModel? Property(string name)
    {
        foreach (var property in Properties)
        {
            if (property.Name == name)
            {
                return property.Value;
            }
        }

        return null;
    }

    public string? Text(string property) => Property(property)?.Text;

    /// <summary>A text argument of the constructor.</summary>
    public string? Argument(int index) => index < Arguments.Count ? Arguments[index].Text : null;
}

/// <summary>A named argument.</summary>
internal readonly record struct PropertyModel(string Name, ArgumentModel Value);
