using System.Buffers.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using SdkGen.OAuth.AspNetCore.Hosting;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.AspNetCore.UserTokens;

/// <summary>Tokens are kept on the server, sealed: each entry for its own session, so that none can be put in another's place.</summary>
internal sealed class StoreVault(
    IUserTokenStore store, IDataProtectionProvider protection, IOptions<UserTokenOptions> options, TimeProvider timeProvider) : IUserTokenVault
{
    private const string Store = "the store of users' tokens";
    private const string Purpose = "SdkGen.OAuth.UserTokens.v1";

    public bool IsShared => true;

    public ValueTask BeginAsync(UserSession session, TokenResponse tokens, AuthenticationProperties properties, CancellationToken cancellationToken) =>
        SaveAsync(session, tokens, cancellationToken);

    public async ValueTask<TokenResponse?> FindAsync(UserSession session, CancellationToken cancellationToken)
    {
        if (await StoreCall.AskAsync(Store, token => store.FindAsync(session.Key, token), timeProvider, cancellationToken).ConfigureAwait(false)
            is not { } stored)
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(Protector(session).Unprotect(Base64Url.DecodeFromChars(stored)));
            return TokenResponseData.Read(json.RootElement);
        }
        catch (Exception exception) when (TokenResponse.IsUnreadable(exception))
        {
            throw TokenResponse.Unreadable();
        }
    }

    public bool CanSave(UserSession session) => true;

    public ValueTask SaveAsync(UserSession session, TokenResponse tokens, CancellationToken cancellationToken)
    {
        var sealedTokens = Base64Url.EncodeToString(Protector(session).Protect(TokenResponseData.Write(tokens)));
        var expiresAt = timeProvider.GetUtcNow() + options.Value.Lifetime;
        return StoreCall.TellAsync(Store, token => store.SaveAsync(session.Key, sealedTokens, expiresAt, token), timeProvider, cancellationToken);
    }

    public ValueTask RemoveAsync(UserSession session, CancellationToken cancellationToken) =>
        StoreCall.TellAsync(Store, token => store.RemoveAsync(session.Key, token), timeProvider, cancellationToken);

    private IDataProtector Protector(UserSession session) => protection.CreateProtector(Purpose, session.Key);
}
