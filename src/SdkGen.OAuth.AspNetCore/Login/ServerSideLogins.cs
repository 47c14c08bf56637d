using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using SdkGen.OAuth.AspNetCore.Hosting;
using SdkGen.OAuth.Protocol;
using SdkGen.OAuth.Security;

namespace SdkGen.OAuth.AspNetCore.Login;

/// <summary>
/// Sign-ins wait on the server, sealed. The browser has a random name in a cookie: a state alone, which an attacker can hand to a victim,
/// finds nothing.
/// </summary>
internal sealed class ServerSideLogins(
    IAuthorizationRequestStore store, IDataProtectionProvider protection, LoginCookieName names, TimeProvider timeProvider) : IPendingLogins
{
    private const string Store = "the store of sign-ins that are under way";
    private const string Purpose = "SdkGen.OAuth.ServerSideLogin.v1";

    /// <summary>How long a sign-in is remembered after its end, so that a late callback can be told why it fails.</summary>
    private static readonly TimeSpan Afterwards = TimeSpan.FromHours(1);

    private readonly IDataProtector _protector = protection.CreateProtector(Purpose);

    public async ValueTask SaveAsync(HttpContext context, PendingLogin login, bool isPosted, CancellationToken cancellationToken)
    {
        var browser = Browser(context.Request, isPosted) ?? RandomText.Create();
        await StoreAsync(login, browser, isUsed: false, cancellationToken).ConfigureAwait(false);
        context.Response.Cookies.Append(names.Of(context.Request, isPosted), browser, LoginCookieName.Options(context.Request, isPosted));
    }

    public async ValueTask<PendingLogin> FindAsync(
        HttpContext context, string state, bool isPosted, ProviderErrors errors, CancellationToken cancellationToken)
    {
        var stored = await StoreCall.AskAsync(Store, token => store.FindAsync(Key(state), token), timeProvider, cancellationToken).ConfigureAwait(false)
            ?? throw errors.Make(OAuthFailure.RequestUnknown, "no sign-in with this 'state' waits: it was forgotten long ago, or nobody began it");
        var (login, owner, isUsed) = Open(stored, errors);
        if (Browser(context.Request, isPosted) is not { } browser)
        {
            throw errors.Make(
                OAuthFailure.LoginCookieMissing,
                "the browser sent no sign-in cookie: cookies are blocked, the browser was closed in between, or another browser began this sign-in");
        }

        if (!CryptographicOperations.FixedTimeEquals(Hash(browser), owner))
        {
            throw errors.Make(OAuthFailure.OtherBrowser, "the sign-in was begun in another browser");
        }

        return isUsed
            ? throw errors.Make(
                OAuthFailure.RequestReplayed, "the callback was used before: the page was loaded again, or somebody got hold of its address")
            : login;
    }

    public async ValueTask CompleteAsync(HttpContext context, PendingLogin login, bool isPosted, CancellationToken cancellationToken)
    {
        try
        {
            if (Browser(context.Request, isPosted) is { } browser)
            {
                await StoreAsync(login, browser, isUsed: true, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OAuthException exception) when (exception.Failure == OAuthFailure.SharedStoreUnavailable)
        {
            // The request is used up already. What is lost is a better answer to whoever sends the callback again.
        }
    }

    private static string Key(string state) => Base64Url.EncodeToString(Hash("login\n" + state));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private string? Browser(HttpRequest request, bool isPosted) =>
        request.Cookies[names.Of(request, isPosted)] is { Length: 43 } browser && Base64Url.IsValid(browser) ? browser : null;

    private ValueTask StoreAsync(PendingLogin login, string browser, bool isUsed, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(isUsed);
        writer.Write(Hash(browser));
        login.Write(writer);
        writer.Flush();
        var sealedLogin = Base64Url.EncodeToString(_protector.Protect(stream.ToArray()));
        return StoreCall.TellAsync(
            Store,
            token => store.SaveAsync(Key(login.Request.State), sealedLogin, login.Request.ExpiresAt + Afterwards, token),
            timeProvider,
            cancellationToken);
    }

    private (PendingLogin Login, byte[] Owner, bool IsUsed) Open(string stored, ProviderErrors errors)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(_protector.Unprotect(Base64Url.DecodeFromChars(stored))));
            var isUsed = reader.ReadBoolean();
            var owner = reader.ReadBytes(SHA256.HashSizeInBytes);
            return (PendingLogin.Read(reader), owner, isUsed);
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException or IOException or ArgumentException)
        {
            throw errors.Make(
                OAuthFailure.UnreadableRequest,
                "the sign-in that waits on the server cannot be read: it was changed, or another instance sealed it with a Data Protection key that this "
                + "one does not have. Share the key ring between all instances, and set the same application name on it");
        }
    }
}
