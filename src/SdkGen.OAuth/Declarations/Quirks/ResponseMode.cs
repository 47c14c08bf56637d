namespace SdkGen.OAuth;

/// <summary>How the authorization response reaches the redirect URI.</summary>
public enum ResponseMode
{
    /// <summary>In the query (RFC 6749 section 4.1.2).</summary>
    Query,

    /// <summary>In a form that the browser posts (OAuth 2.0 Form Post Response Mode).</summary>
    FormPost,
}
