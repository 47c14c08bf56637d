using Microsoft.AspNetCore.Http;

namespace SdkGen.OAuth;

/// <summary>A sign-in that failed.</summary>
public sealed class OAuthLoginFailedContext
{
    internal OAuthLoginFailedContext(HttpContext httpContext, OAuthException exception, string returnUrl)
    {
        HttpContext = httpContext;
        Exception = exception;
        ReturnUrl = returnUrl;
    }

    /// <summary>The request that failed: most often the callback.</summary>
    public HttpContext HttpContext { get; }

    /// <summary>What went wrong; <see cref="OAuthException.Failure"/> says which check it was. It holds no secret.</summary>
    public OAuthException Exception { get; }

    /// <summary>Where the user wanted to go, a path of this site; <c>/</c> if nothing is known of it.</summary>
    public string ReturnUrl { get; }

    internal bool IsHandled { get; private set; }

    /// <summary>Says that the request was answered: there is no page of the library then.</summary>
    public void HandleResponse() => IsHandled = true;
}
