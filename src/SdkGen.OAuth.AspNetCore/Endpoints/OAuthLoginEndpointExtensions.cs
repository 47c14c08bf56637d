using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SdkGen.OAuth;
using SdkGen.OAuth.AspNetCore.Endpoints;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Sign-in without the authentication stack.</summary>
public static class OAuthLoginEndpointExtensions
{
    /// <summary>
    /// Maps the two endpoints of a sign-in (RFC 6749 section 4.1): one that sends users to the provider, and one that takes the callback. In
    /// between the request waits in a sealed cookie of the browser. <c>?returnUrl=</c> of the first is given to the second, if it is a path of this
    /// site; so are, to the provider's URL, the variables that the provider is declared to take from the request.
    /// </summary>
    /// <typeparam name="TProvider">The interface of the provider, registered with its generated <c>Add…</c> method.</typeparam>
    /// <param name="endpoints">The endpoints of the application.</param>
    /// <param name="loginPath">The path that sends users to the provider.</param>
    /// <param name="callbackPath">The path of the redirect URI, without route parameters.</param>
    /// <param name="onLogin">Does what a sign-in means to the application, and answers the callback.</param>
    /// <param name="start">
    /// Makes the authorization request, where there is a method of your own for that: provider, request, redirect URI, cancellation.
    /// </param>
    /// <param name="onFailure">Answers a sign-in that failed; without it there is a plain page that says what happened.</param>
    /// <param name="origin">Scheme and host of this application as a browser reaches it; without it, those of the request.</param>
    /// <param name="name">The name with which the provider was registered, if it was with one.</param>
    /// <returns>Both endpoints, for conventions.</returns>
    public static RouteGroupBuilder MapOAuthLogin<TProvider>(
        this IEndpointRouteBuilder endpoints,
        string loginPath,
        string callbackPath,
        Func<OAuthLogin, IResult> onLogin,
        Func<TProvider, HttpContext, Uri, CancellationToken, Task<AuthorizationRequest>>? start = null,
        Func<OAuthLoginFailedContext, IResult>? onFailure = null,
        Uri? origin = null,
        string? name = null)
        where TProvider : class, IAuthorizationCodeGrant, IOAuthProvider<TProvider>
    {
        ArgumentNullException.ThrowIfNull(onLogin);
        return endpoints.MapOAuthLogin(loginPath, callbackPath, login => Task.FromResult(onLogin(login)), start, onFailure, origin, name);
    }

    /// <summary>Maps the two endpoints of a sign-in, with an answer that takes its time.</summary>
    /// <typeparam name="TProvider">The interface of the provider, registered with its generated <c>Add…</c> method.</typeparam>
    /// <param name="endpoints">The endpoints of the application.</param>
    /// <param name="loginPath">The path that sends users to the provider.</param>
    /// <param name="callbackPath">The path of the redirect URI, without route parameters.</param>
    /// <param name="onLogin">Does what a sign-in means to the application, and answers the callback.</param>
    /// <param name="start">
    /// Makes the authorization request, where there is a method of your own for that: provider, request, redirect URI, cancellation.
    /// </param>
    /// <param name="onFailure">Answers a sign-in that failed; without it there is a plain page that says what happened.</param>
    /// <param name="origin">Scheme and host of this application as a browser reaches it; without it, those of the request.</param>
    /// <param name="name">The name with which the provider was registered, if it was with one.</param>
    /// <returns>Both endpoints, for conventions.</returns>
    public static RouteGroupBuilder MapOAuthLogin<TProvider>(
        this IEndpointRouteBuilder endpoints,
        string loginPath,
        string callbackPath,
        Func<OAuthLogin, Task<IResult>> onLogin,
        Func<TProvider, HttpContext, Uri, CancellationToken, Task<AuthorizationRequest>>? start = null,
        Func<OAuthLoginFailedContext, IResult>? onFailure = null,
        Uri? origin = null,
        string? name = null)
        where TProvider : class, IAuthorizationCodeGrant, IOAuthProvider<TProvider>
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentException.ThrowIfNullOrEmpty(loginPath);
        ArgumentException.ThrowIfNullOrEmpty(callbackPath);
        ArgumentNullException.ThrowIfNull(onLogin);
        if (callbackPath is not ['/', _, ..] || callbackPath.AsSpan().ContainsAny("{}?#"))
        {
            throw new ArgumentException("The callback's path is a path of its own without parameters, such as /callback.", nameof(callbackPath));
        }

        var login = new LoginEndpoints<TProvider>(endpoints.ServiceProvider, callbackPath, onLogin, start, onFailure, origin, name);
        var group = endpoints.MapGroup("");
        group.MapGet(loginPath, login.StartAsync);
        group.MapMethods(callbackPath, [HttpMethods.Get, HttpMethods.Post], login.FinishAsync);
        group.AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
        return group;
    }
}
