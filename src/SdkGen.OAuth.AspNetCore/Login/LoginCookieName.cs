using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace SdkGen.OAuth.AspNetCore.Login;

/// <summary>
/// The one cookie of all sign-ins that are under way. Applications on one host have one each, for browsers do not tell ports apart.
/// </summary>
internal sealed class LoginCookieName(IHostEnvironment environment)
{
    private readonly string _name =
        "oauth-" + Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(environment.ApplicationName)))[..6];

    /// <summary>
    /// The cookie of a sign-in. A form post comes from another site, and brings a cookie only if that is allowed (<c>SameSite=None</c>);
    /// the other sign-ins of the application must not lose their protection by that.
    /// </summary>
    public string Of(HttpRequest request, bool isPosted) => (request.IsHttps ? "__Host-" : "") + _name + (isPosted ? "-post" : "");

    /// <summary>
    /// Bound to the host by its prefix (RFC 6265bis section 4.1.3.2), and gone with the browser. Plain http is this machine: the redirect
    /// URI would be refused elsewhere.
    /// </summary>
    public static CookieOptions Options(HttpRequest request, bool isPosted) => new()
    {
        Path = "/",
        HttpOnly = true,
        IsEssential = true,
        Secure = request.IsHttps || isPosted,
        SameSite = isPosted ? SameSiteMode.None : SameSiteMode.Lax,
    };
}
