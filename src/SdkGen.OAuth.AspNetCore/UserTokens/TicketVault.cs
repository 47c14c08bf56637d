using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace SdkGen.OAuth.AspNetCore.UserTokens;

/// <summary>
/// Tokens are kept in the authentication ticket, which the sign-in scheme seals: in the browser's cookie. A request can save them only as long as
/// its response has not begun.
/// </summary>
internal sealed class TicketVault(OAuthSchemes schemes) : IUserTokenVault
{
    private const string Prefix = ".oauth.tokens.";

    public bool IsShared => false;

    public ValueTask BeginAsync(UserSession session, SessionTokens tokens, AuthenticationProperties properties, CancellationToken cancellationToken)
    {
        Put(properties, session, tokens);
        return ValueTask.CompletedTask;
    }

    public async ValueTask<SessionTokens?> FindAsync(UserSession session, CancellationToken cancellationToken)
    {
        if (await TicketAsync(session).ConfigureAwait(false) is not { } ticket
            || !ticket.Properties.Items.TryGetValue(Prefix + session.Registration, out var json) || json is null)
        {
            return null;
        }

        try
        {
            return SessionTokens.Read(Encoding.UTF8.GetBytes(json));
        }
        catch (Exception exception) when (TokenResponse.IsUnreadable(exception))
        {
            throw TokenResponse.Unreadable();
        }
    }

    public bool CanSave(UserSession session) => session.Context is { Response.HasStarted: false };

    public async ValueTask SaveAsync(UserSession session, SessionTokens tokens, CancellationToken cancellationToken)
    {
        if (CanSave(session) && await TicketAsync(session).ConfigureAwait(false) is { } ticket)
        {
            // The ticket is the one of this request: whoever asks again in it finds the new tokens.
            Put(ticket.Properties, session, tokens);
            await session.Context!.SignInAsync(ticket.AuthenticationScheme, ticket.Principal, ticket.Properties).ConfigureAwait(false);
        }
    }

    public async ValueTask RemoveAsync(UserSession session, CancellationToken cancellationToken)
    {
        if (await TicketAsync(session).ConfigureAwait(false) is { } ticket)
        {
            ticket.Properties.Items.Remove(Prefix + session.Registration);
        }
    }

    private static void Put(AuthenticationProperties properties, UserSession session, SessionTokens tokens) =>
        properties.Items[Prefix + session.Registration] = Encoding.UTF8.GetString(tokens.Write());

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
