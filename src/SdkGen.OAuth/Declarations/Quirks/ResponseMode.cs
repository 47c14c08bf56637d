namespace SdkGen.OAuth;

/// <summary>How the authorization response reaches the redirect URI.</summary>
public enum ResponseMode
{
    /// <summary>In the query (RFC 6749 section 4.1.2).</summary>
    Query,

    /// <summary>In a form that the browser posts (OAuth 2.0 Form Post Response Mode).</summary>
    FormPost,

    /// <summary>
    /// Signed (JARM), in the way that the provider chooses for a code: <c>response_mode=jwt</c>. A response that is not signed is refused.
    /// </summary>
    Jwt,

    /// <summary>Signed (JARM), in the query: <c>response_mode=query.jwt</c>. A response that is not signed is refused.</summary>
    QueryJwt,

    /// <summary>Signed (JARM), in a form that the browser posts: <c>response_mode=form_post.jwt</c>. A response that is not signed is refused.</summary>
    FormPostJwt,
}
