namespace SdkGen.OAuth.Security;

/// <summary>How response modes are written, and which of them are signed (JARM section 2.3).</summary>
internal static class ResponseModes
{
    /// <summary>The value of <c>response_mode</c>; <see langword="null"/> for the one that a code has by default.</summary>
    public static string? Parameter(this ResponseMode mode) => mode switch
    {
        ResponseMode.FormPost => "form_post",
        ResponseMode.Jwt => "jwt",
        ResponseMode.QueryJwt => "query.jwt",
        ResponseMode.FormPostJwt => "form_post.jwt",
        _ => null,
    };

    /// <summary>Whether the browser posts the response: to a request from another site, which brings no cookie that is Lax.</summary>
    public static bool IsPosted(this ResponseMode mode) => mode is ResponseMode.FormPost or ResponseMode.FormPostJwt;

    public static bool IsSigned(this ResponseMode mode) => mode is ResponseMode.Jwt or ResponseMode.QueryJwt or ResponseMode.FormPostJwt;
}
