namespace SdkGen.OAuth;

/// <summary>
/// One field of a request that differs from the RFCs: renamed, given a value, left out, or moved to a header or the query.
/// On a parameter of a C# method it names the field.
/// </summary>
/// <remarks>
/// <c>state</c>, <c>nonce</c>, <c>code_challenge</c>, <c>code_challenge_method</c> and <c>code_verifier</c> can be renamed,
/// never fixed or left out.
/// </remarks>
/// <param name="name">The registered name of the field, or the provider's own.</param>
/// <param name="value">Its value, a template, where the request itself has none.</param>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Method | AttributeTargets.Parameter | AttributeTargets.Field, AllowMultiple = true)]
public sealed class OAuthParameterAttribute(string name, string? value = null) : Attribute
{
    /// <summary>The registered name of the field, or the provider's own.</summary>
    public string Name { get; } = name;

    /// <summary>Its value, a template, where the request itself has none.</summary>
    public string? Value { get; } = value;

    /// <summary>The name under which it is sent.</summary>
    public string? As { get; set; }

    /// <summary>Whether it is left out.</summary>
    public bool Omit { get; set; }

    /// <summary>The part of the request that carries it.</summary>
    public ParameterLocation In { get; set; }

    /// <summary>When it is sent.</summary>
    public ParameterCondition When { get; set; }

    /// <summary>The messages it applies to; none stated means every message that carries the registered name.</summary>
    public OAuthMessage On { get; set; }
}
