namespace SdkGen.OAuth;

/// <summary>Where the <c>state</c> value travels.</summary>
public enum StatePlacement
{
    /// <summary>In the <c>state</c> parameter (RFC 6749 section 4.1.1).</summary>
    Parameter,

    /// <summary>In the query of the redirect URI, for a provider that does not return <c>state</c>.</summary>
    RedirectUri,
}
