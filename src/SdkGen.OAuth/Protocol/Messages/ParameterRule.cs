namespace SdkGen.OAuth.Protocol;

/// <summary>One <see cref="OAuthParameterAttribute"/>, made ready for use.</summary>
internal sealed class ParameterRule(OAuthParameterAttribute declared, bool ofMethod)
{
    public string Name { get; } = declared.Name;

    public string SentAs { get; } = declared.As ?? declared.Name;

    public bool IsOmitted { get; } = declared.Omit;

    public ParameterLocation Location { get; } = declared.In;

    public ParameterCondition Condition { get; } = declared.When;

    /// <summary>Whether the interface declares it and states no message: it is about those alone that carry the field anyway.</summary>
    public bool IsWhereCarried { get; } = declared.On == OAuthMessage.None && !ofMethod;

    public OAuthTemplate? Value { get; } = declared.Value is { } value ? new(value) : null;

    /// <summary>
    /// Whether the declared value replaces the one that the library writes (<c>grant_type</c>, <c>response_type</c>, <c>redirect_uri</c>).
    /// Anything that a caller can state for one request is stronger than the declaration.
    /// </summary>
    public bool Replaces { get; } = ReservedParameters.IsReserved(declared.Name) && declared.Name != "scope";
}
