using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using SdkGen.OAuth.AspNetCore.Login;
using SdkGen.OAuth.Security;

namespace SdkGen.OAuth.AspNetCore.Authentication;

/// <summary>Remembers, while a user signs out at the provider, where they go afterwards.</summary>
internal sealed class LogoutCookie(IDataProtectionProvider protection, LoginCookieName names)
{
    private readonly IDataProtector _protector = protection.CreateProtector("SdkGen.OAuth.Logout.v1");

    public void Write(HttpContext context, string state, string returnUrl)
    {
        var options = LoginCookieName.Options(context.Request, isPosted: false);
        options.MaxAge = TimeSpan.FromMinutes(15);
        context.Response.Cookies.Append(
            Name(context), Base64Url.EncodeToString(_protector.Protect(Encoding.UTF8.GetBytes(state + "\n" + returnUrl))), options);
    }

    /// <summary>Where the user goes, if they come back from signing out here; else <see langword="null"/>.</summary>
    public string? Read(HttpContext context, string? state)
    {
        if (context.Request.Cookies[Name(context)] is not { Length: > 0 } value)
        {
            return null;
        }

        context.Response.Cookies.Delete(Name(context), LoginCookieName.Options(context.Request, isPosted: false));
        try
        {
            return Encoding.UTF8.GetString(_protector.Unprotect(Base64Url.DecodeFromChars(value))).Split('\n') is [var expected, var returnUrl]
                && FixedTime.Equal(expected, state ?? "") ? returnUrl : null;
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private string Name(HttpContext context) => names.Of(context.Request, isPosted: false) + "-out";
}
