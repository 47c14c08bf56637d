using Quickstart.Providers;
using Quickstart.Running;
using Quickstart.Steps;
using SdkGen.OAuth;

namespace Quickstart;

/// <summary>
/// The parts that need no redirect URI, against a server of the reader's own. Nothing is started in this process.
/// </summary>
/// <param name="options">Issuer, client id and, for a confidential client, its secret.</param>
/// <param name="scopes">What to ask for; <see langword="null"/> leaves it to the server.</param>
/// <param name="say">Shows the user what to do.</param>
internal sealed class YourServerTour(YourServerOptions options, string[]? scopes, Action<string> say)
{
    private IYourServer? _server;

    public IEnumerable<Step> Steps()
    {
        yield return new("discovery", DiscoverAsync);
        if (_server is not null)
        {
            yield return new("client credentials", RequestClientTokenAsync);
            yield return new("device code", SignInAsync);
        }
    }

    /// <summary>
    /// The client reads the metadata when it first needs it. To prepare a login needs nothing else: no user is sent anywhere.
    /// </summary>
    private async Task<string> DiscoverAsync(CancellationToken cancellationToken)
    {
        var server = YourServerClient.Create(options);
        string found;
        try
        {
#pragma warning disable OAUTH1006 // Nobody is sent there, so no callback will have to be checked.
            var login = await server.CreateAuthorizationRequestAsync(
                new() { RedirectUri = new("http://127.0.0.1/callback") }, cancellationToken);
#pragma warning restore OAUTH1006
            found = $"users sign in at {login.Uri.GetLeftPart(UriPartial.Path)}";
        }
        catch (OAuthException exception) when (exception.Failure == OAuthFailure.MissingEndpoint)
        {
            found = "the metadata is right; it names no authorization endpoint";
        }

        _server = server;
        return found;
    }

    private async Task<string> RequestClientTokenAsync(CancellationToken cancellationToken)
    {
        if (options.ClientSecret is null)
        {
            throw new StepSkippedException("only a client with a secret has a token of its own: add --client-secret-env NAME");
        }

        var token = await _server!.RequestClientTokenAsync(new() { Scopes = scopes }, cancellationToken);
        return token.Describe();
    }

    private async Task<string> SignInAsync(CancellationToken cancellationToken)
    {
        try
        {
            var token = await _server!.SignInWithDeviceCodeAsync(Show, new() { Scopes = scopes }, cancellationToken);
            return $"{token.IdToken?.Subject ?? "the user"} signed in; {token.Describe()}";
        }
        catch (OAuthException exception) when (exception.Failure == OAuthFailure.MissingEndpoint)
        {
            throw new StepSkippedException("the server announces no device authorization endpoint");
        }
    }

    private void Show(DeviceAuthorizationResponse prompt)
    {
        say($"Open {prompt.VerificationUri} and enter {prompt.UserCode}");
        if (prompt.VerificationUriComplete is { } complete)
        {
            say($"or open {complete}");
        }
    }
}
