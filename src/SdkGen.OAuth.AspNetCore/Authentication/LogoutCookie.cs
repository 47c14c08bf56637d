using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using SdkGen.OAuth.AspNetCore.Login;

namespace SdkGen.OAuth.AspNetCore.Authentication;

/// <summary>Remembers, while a user signs out at the provider, what they come back from and where they go then.</summary>
internal sealed class LogoutCookie(IDataProtectionProvider protection, LoginCookieName names)
{
    private readonly IDataProtector _protector = protection.CreateProtector("SdkGen.OAuth.Logout.v1");

    public void Write(HttpContext context, EndSessionRequest request, string returnUrl)
    {
        var options = LoginCookieName.Options(context.Request, isPosted: false);
        options.MaxAge = TimeSpan.FromMinutes(15);
        var sealedUrl = Base64Url.EncodeToString(_protector.Protect(Encoding.UTF8.GetBytes(returnUrl)));
        context.Response.Cookies.Append(Name(context), request.Protect(_protector) + "." + sealedUrl, options);
    }

    /// <summary>Where the user goes, if they come back from signing out here; else <see langword="null"/>.</summary>
    public string? Read(HttpContext context)
    {
        if (context.Request.Cookies[Name(context)]?.Split('.') is not [var request, var sealedUrl])
        {
            return null;
        }

        context.Response.Cookies.Delete(Name(context), LoginCookieName.Options(context.Request, isPosted: false));
        try
        {
            EndSessionRequest.Unprotect(request, _protector).CheckResponse(AuthorizationResponse.ParseQuery(context.Request.QueryString.Value ?? ""));
            return Encoding.UTF8.GetString(_protector.Unprotect(Base64Url.DecodeFromChars(sealedUrl)));
        }
        catch (Exception exception) when (exception is OAuthException or CryptographicException or FormatException)
        {
            return null;
        }
    }

    private string Name(HttpContext context) => names.Of(context.Request, isPosted: false) + "-out";
}
