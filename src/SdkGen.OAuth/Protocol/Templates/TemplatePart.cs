namespace SdkGen.OAuth.Protocol;

/// <summary>A piece of a template: a text, or a hole with the name of what fills it.</summary>
internal readonly struct TemplatePart
{
    private TemplatePart(string value, bool isHole, bool isOptional, TemplatePlace place)
    {
        Value = value;
        IsHole = isHole;
        IsOptional = isOptional;
        Place = place;
    }

    /// <summary>The text, or the name of the hole: <c>tenant</c>, <c>token.uid</c>.</summary>
    public string Value { get; }

    public bool IsHole { get; }

    /// <summary>Whether the whole parameter is left out when there is no value.</summary>
    public bool IsOptional { get; }

    public TemplatePlace Place { get; }

    /// <summary>Whether an option of the application fills the hole, and not a message.</summary>
    public bool IsOption => IsHole && Value.IndexOf('.') < 0;

    public static TemplatePart OfText(string text) => new(text, isHole: false, isOptional: false, TemplatePlace.Text);

    public static TemplatePart OfHole(string name, bool optional) => new(name, isHole: true, optional, TemplatePlace.Text);

    public TemplatePart At(TemplatePlace place) => new(Value, IsHole, IsOptional, place);
}
