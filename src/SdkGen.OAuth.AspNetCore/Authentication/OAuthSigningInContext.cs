using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace SdkGen.OAuth;

/// <summary>A user who is about to be signed in.</summary>
/// <typeparam name="TProvider">The interface of the provider.</typeparam>
public sealed class OAuthSigningInContext<TProvider>
    where TProvider : class, IAuthorizationCodeGrant, IOAuthProvider<TProvider>
{
    internal OAuthSigningInContext(
        HttpContext httpContext, TProvider provider, TokenResponse token, ClaimsPrincipal user, AuthenticationProperties properties)
    {
        HttpContext = httpContext;
        Provider = provider;
        Token = token;
        User = user;
        Properties = properties;
    }

    /// <summary>The callback.</summary>
    public HttpContext HttpContext { get; }

    /// <summary>The provider, to ask it for more.</summary>
    public TProvider Provider { get; }

    /// <summary>The tokens. The ID token among them is validated.</summary>
    public TokenResponse Token { get; }

    /// <summary>Who signs in: add claims, or put another principal in its place.</summary>
    public ClaimsPrincipal User { get; set; }

    /// <summary>How the user is signed in: for how long, and where they go afterwards.</summary>
    public AuthenticationProperties Properties { get; }

    /// <summary>The identity to add claims to.</summary>
    public ClaimsIdentity Identity => (ClaimsIdentity)User.Identity!;
}
