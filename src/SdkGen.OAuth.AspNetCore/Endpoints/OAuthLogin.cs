using Microsoft.AspNetCore.Http;

namespace SdkGen.OAuth;

/// <summary>A user who has signed in: every check was made, and the code is redeemed.</summary>
public sealed class OAuthLogin
{
    internal OAuthLogin(HttpContext httpContext, TokenResponse token, string returnUrl)
    {
        HttpContext = httpContext;
        Token = token;
        ReturnUrl = returnUrl;
    }

    /// <summary>The callback.</summary>
    public HttpContext HttpContext { get; }

    /// <summary>The tokens. The ID token among them is validated.</summary>
    public TokenResponse Token { get; }

    /// <summary>The <c>returnUrl</c> with which the sign-in began, a path of this site; <c>/</c> if it was none.</summary>
    public string ReturnUrl { get; }

    /// <summary>The name of the type: the tokens are secrets.</summary>
    /// <returns>The name of the type.</returns>
    public override string ToString() => nameof(OAuthLogin);
}
