using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.AspNetCore.UserTokens;

/// <summary>
/// Tokens are kept in the authentication ticket, which the sign-in scheme seals: in the browser's cookie. A request can save them only as long as
/// its response has not begun.
/// </summary>
internal sealed class TicketVault(OAuthSchemes schemes) : IUserTokenVault
{
    private const string Prefix = ".oauth.tokens.";

    private static readonly ConditionalWeakTable<HttpContext, OneAtATime> Turns = [];

    /// <summary>Who may write the cookie of a request.</summary>
    private sealed class OneAtATime
    {
        public SemaphoreSlim Turn { get; } = new(1);
    }

    public bool IsShared => false;

    public ValueTask BeginAsync(UserSession session, TokenResponse tokens, AuthenticationProperties properties, CancellationToken cancellationToken)
    {
        Put(properties, session, tokens);
        return ValueTask.CompletedTask;
    }

    public async ValueTask<TokenResponse?> FindAsync(UserSession session, CancellationToken cancellationToken)
    {
        if (await TicketAsync(session).ConfigureAwait(false) is not { } ticket || Get(ticket.Properties, session) is not { } json)
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
        // Several calls of one request may refresh side by side; a response is no place for two threads.
        var turn = Turns.GetOrCreateValue(session.Context ?? throw NotSavable(session)).Turn;
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!CanSave(session) || await TicketAsync(session).ConfigureAwait(false) is not { } ticket)
            {
                throw NotSavable(session);
            }

            if (Put(ticket.Properties, session, tokens))
            {
                await session.Context.SignInAsync(ticket.AuthenticationScheme, ticket.Principal, ticket.Properties).ConfigureAwait(false);
            }
        }
        finally
        {
            turn.Release();
        }
    }

    public async ValueTask RemoveAsync(UserSession session, CancellationToken cancellationToken)
    {
        if (await TicketAsync(session).ConfigureAwait(false) is { } ticket)
        {
            lock (ticket.Properties)
            {
                ticket.Properties.Items.Remove(Prefix + session.Registration);
            }
        }
    }

    private static OAuthException NotSavable(UserSession session) => new ProviderErrors(session.Registration).Make(
        OAuthFailure.TokensNotSavable,
        "the refreshed tokens could not be saved in the authentication cookie: the response has begun meanwhile. They are kept for a few minutes, and the "
        + "next request of the user saves them");

    /// <summary>Puts tokens into the ticket, which is the one of this request: whoever asks again in it finds them.</summary>
    /// <returns>Whether they are others than before.</returns>
    private static bool Put(AuthenticationProperties properties, UserSession session, TokenResponse tokens)
    {
        var json = Encoding.UTF8.GetString(TokenResponseData.Write(tokens));
        lock (properties)
        {
            if (properties.Items.TryGetValue(Prefix + session.Registration, out var before) && before == json)
            {
                return false;
            }

            properties.Items[Prefix + session.Registration] = json;
            return true;
        }
    }

    private static string? Get(AuthenticationProperties properties, UserSession session)
    {
        lock (properties)
        {
            return properties.Items.TryGetValue(Prefix + session.Registration, out var json) ? json : null;
        }
    }

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
