using System.Net;
using Quickstart.Providers;
using SdkGen.OAuth;
using SdkGen.OAuth.Testing;

namespace Quickstart.Steps;

/// <summary>
/// What goes wrong on an ordinary day, and how a program notices: by one exception whose properties say what it needs to know.
/// </summary>
internal sealed class EverydayTrouble(TestAuthorizationServer server, IIdentity identity)
{
    /// <summary>
    /// The provider signs with another key from now on. The client, which knows the old one, looks again by itself.
    /// </summary>
    public async Task<string> RotatedKeysAsync(CancellationToken cancellationToken)
    {
        await server.SignInAsync(identity, cancellationToken);
        server.RotateKeys();

        var token = await server.SignInAsync(identity, cancellationToken);

        return $"{token.IdToken!.Subject} signed in before and after";
    }

    /// <summary>
    /// Trying again may help, and the exception says so. The library does not do it by itself: a code must not be sent twice.
    /// </summary>
    public async Task<string> ServerErrorAsync(CancellationToken cancellationToken)
    {
        server.FailNext(TestEndpoint.Token, TestFailure.Status(HttpStatusCode.InternalServerError));

        var trouble = await Expect.FailureAsync(
            OAuthFailure.UnexpectedStatus, () => identity.RequestClientTokenAsync(cancellationToken: cancellationToken));

        Expect.That(trouble is { IsTransient: true, StatusCode: HttpStatusCode.InternalServerError }, "the error is not a transient one");
        await identity.RequestClientTokenAsync(cancellationToken: cancellationToken);
        return $"{trouble.Failure}, transient: {trouble.Message} The next request was fine.";
    }

    /// <summary>
    /// Nobody has to grant access. What the provider says of it arrives in <c>Error</c> and <c>ErrorDescription</c>.
    /// </summary>
    public async Task<string> UserRefusesAsync(CancellationToken cancellationToken)
    {
        var request = await identity.CreateAuthorizationRequestAsync(new() { RedirectUri = Browser.RedirectUri }, cancellationToken);
        var response = await server.CreateUserAgent(People.Nobody).AuthorizeAsync(request, cancellationToken);

        return await Expect.RefusalAsync(
            OAuthFailure.AuthorizationError,
            () => identity.RedeemAuthorizationCodeAsync(request, response, cancellationToken),
            "access_denied");
    }

    /// <summary>The message names the endpoint and the provider's own error. It never holds the secret.</summary>
    public Task<string> WrongSecretAsync(CancellationToken cancellationToken)
    {
        var mistaken = IdentityClient.Create(new IdentityOptions
        {
            Issuer = server.Issuer,
            ClientId = server.DefaultClient.ClientId,
            ClientSecret = Guid.NewGuid().ToString(),
        });

        return Expect.RefusalAsync(
            OAuthFailure.ErrorResponse, () => mistaken.RequestClientTokenAsync(cancellationToken: cancellationToken), "invalid_client");
    }

    /// <summary>
    /// What is missing is told at once, all of it: before the first request, and by services.AddIdentity(…) at start-up.
    /// </summary>
    public static Task<string> IncompleteOptionsAsync(CancellationToken cancellationToken) =>
        Expect.RefusalAsync(OAuthFailure.InvalidConfiguration, () => Task.FromResult(IdentityClient.Create(new IdentityOptions())));

    /// <summary>
    /// In the tests of a program the server makes the client: it has id and secret, and speaks without any socket.
    /// </summary>
    public async Task<string> ClientForTestAsync(CancellationToken cancellationToken)
    {
        var client = server.CreateClient<IIdentity>();

        return (await client.RequestClientTokenAsync(cancellationToken: cancellationToken)).Describe();
    }
}
