using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.AspNetCore.UserTokens;

/// <summary>
/// Tokens are kept in the authentication ticket, which the sign-in scheme seals: in the browser's cookie. A request can save them only as long as
/// its response has not begun.
/// </summary>
internal sealed class TicketVault(OAuthSchemes schemes) : IUserTokenVault
{
    private const string Prefix = ".oauth.tokens.";

    public ValueTask BeginAsync(UserSession session, TokenResponse tokens, AuthenticationProperties properties, CancellationToken cancellationToken)
    {
        Put(properties, session, tokens);
        return ValueTask.CompletedTask;
    }

    public async ValueTask<TokenResponse?> FindAsync(UserSession session, CancellationToken cancellationToken)
    {
        if (await TicketAsync(session).ConfigureAwait(false) is not { } ticket
            || !ticket.Properties.Items.TryGetValue(Prefix + session.Registration, out var json) || json is null)
        {
            return null;
        }

        try
        {
            using var data = JsonDocument.Parse(json);
            return TokenResponseData.Read(data.RootElement);
        }
        catch (Exception exception) when (TokenResponse.IsUnreadable(exception))
        {
            throw TokenResponse.Unreadable();
        }
    }

    public bool CanSave(UserSession session) => session.Context is { Response.HasStarted: false };

    public async ValueTask SaveAsync(UserSession session, TokenResponse tokens, CancellationToken cancellationToken)
    {
        if (!CanSave(session) || await TicketAsync(session).ConfigureAwait(false) is not { } ticket)
        {
            throw NotSavable(session);
        }

        // The ticket is the one of this request: whoever asks again in it finds the new tokens.
        Put(ticket.Properties, session, tokens);
        await session.Context!.SignInAsync(ticket.AuthenticationScheme, ticket.Principal, ticket.Properties).ConfigureAwait(false);
    }

    public async ValueTask RemoveAsync(UserSession session, CancellationToken cancellationToken)
    {
        if (await TicketAsync(session).ConfigureAwait(false) is { } ticket)
        {
            ticket.Properties.Items.Remove(Prefix + session.Registration);
        }
    }

    private static OAuthException NotSavable(UserSession session) => new ProviderErrors(session.Registration).Make(
        OAuthFailure.TokensNotSavable,
        "the tokens are kept in the authentication cookie, which this request cannot change any more: its response has begun, or it is none of this "
        + "user's. Get the token earlier, or keep tokens on the server (services.AddServerSideUserTokens())");

    private static void Put(AuthenticationProperties properties, UserSession session, TokenResponse tokens) =>
        properties.Items[Prefix + session.Registration] = Encoding.UTF8.GetString(TokenResponseData.Write(tokens));

    private async ValueTask<AuthenticationTicket?> TicketAsync(UserSession session)
    {
        if (session.Context is not { } context)
        {
            return null;
        }

        var result = await context.AuthenticateAsync(await schemes.SignInSchemeAsync(context, session.Registration).ConfigureAwait(false))
            .ConfigureAwait(false);
        return result.Ticket is { } ticket && ticket.Principal.HasClaim(OAuthClaims.Session, session.Id) ? ticket : null;
    }
}
