using Microsoft.AspNetCore.Http;

namespace SdkGen.OAuth.AspNetCore.Login;

/// <summary>The address of a path of this application, as a browser reaches it.</summary>
internal static class LoginAddress
{
    /// <param name="request">The request, behind a proxy with its forwarded headers applied.</param>
    /// <param name="path">The path below the application's base.</param>
    /// <param name="origin">Scheme and host that the application states; else those of the request.</param>
    public static Uri Of(HttpRequest request, PathString path, Uri? origin)
    {
        var before = origin is not null ? origin.GetLeftPart(UriPartial.Authority) : request.Scheme + "://" + request.Host.ToUriComponent();
        return new(before + request.PathBase.ToUriComponent() + path.ToUriComponent());
    }

    /// <summary>Whether the request is a user's who looks at a page: only such a one can be sent to sign in.</summary>
    public static bool IsNavigation(HttpRequest request) =>
        request.Headers.TryGetValue("Sec-Fetch-Mode", out var mode)
            ? mode == "navigate"
            : request.Headers.XRequestedWith != "XMLHttpRequest";
}
