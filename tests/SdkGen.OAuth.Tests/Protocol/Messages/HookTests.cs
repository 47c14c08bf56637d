using System.Security.Cryptography;
using System.Text;

namespace SdkGen.OAuth.Tests;

/// <summary>Code for what cannot be declared: it adds to a request or refuses a callback, and sees no secret.</summary>
public sealed class HookTests
{
    private const string Token = """{"access_token":"at","token_type":"Bearer","refresh_token":"rt"}""";

    private static readonly AuthorizationParameters Parameters = new() { RedirectUri = new("https://app.example.com/callback") };

    [Fact]
    public async Task A_request_hook_is_the_last_to_add_and_its_signature_is_over_all_parameters()
    {
        using var key = Keys.Rsa();
        var wire = new Wire().Answer("/token", Token);
        var client = Clients.Create<ISigning>(wire, options => options.ClientKey = ClientKey.From(key));
        var request = await client.CreateAuthorizationRequestAsync(Parameters);

        await client.RedeemAuthorizationCodeAsync(request, Clients.Callback(request));

        var fields = wire.Last.Fields;
        var signed = string.Join('&', fields.Where(field => field.Key != "sign").OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}={field.Single()}"));
        Assert.Contains("code_verifier=", signed, StringComparison.Ordinal);
        Assert.Contains("&stamp=Code", signed, StringComparison.Ordinal);
        Assert.True(key.VerifyData(Encoding.UTF8.GetBytes(signed), Convert.FromBase64String(fields["sign"].Single()), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    [Fact]
    public async Task A_hook_runs_for_the_messages_that_it_is_declared_for_and_no_other()
    {
        using var key = Keys.Rsa();
        var wire = new Wire().Answer("/token", Token);
        var client = Clients.Create<ISigning>(wire, options => options.ClientKey = ClientKey.From(key));

        await client.RefreshTokenAsync(new() { RefreshToken = "rt" });

        Assert.DoesNotContain(wire.Last.Fields, field => field.Key is "sign" or "stamp");
    }

    [Fact]
    public async Task A_hook_of_a_method_completes_that_methods_request()
    {
        using var key = Keys.Rsa();
        var wire = new Wire().Answer("/token", Token);
        var client = Clients.Create<ISigning>(wire, options => options.ClientKey = ClientKey.From(key));

        await client.RefreshSignedAsync("rt");

        Assert.Equal("Refresh", wire.Last.Fields["stamp"].Single());
    }

    [Fact]
    public async Task A_signature_without_a_key_is_a_mistake_in_the_options()
    {
        var client = Clients.Create<ISigning>(new());
        var request = await client.CreateAuthorizationRequestAsync(Parameters);

        await Clients.FailsAsync(OAuthFailure.InvalidConfiguration, () => client.RedeemAuthorizationCodeAsync(request, Clients.Callback(request)));
    }

    [Theory]
    [InlineData("code")]
    [InlineData("code_verifier")]
    [InlineData("client_secret")]
    [InlineData("state")]
    [InlineData("stamp")]
    public async Task A_hook_cannot_state_what_the_library_states_or_the_request_has(string name)
    {
        Stamp.AlsoAdds.Value = name;
        using var key = Keys.Rsa();
        var wire = new Wire();
        var client = Clients.Create<ISigning>(wire, options => options.ClientKey = ClientKey.From(key));
        var request = await client.CreateAuthorizationRequestAsync(Parameters);

        var exception = await Clients.FailsAsync(OAuthFailure.HookFailed, () => client.RedeemAuthorizationCodeAsync(request, Clients.Callback(request)));

        Assert.Empty(wire.Requests);
        Assert.Contains("Stamp", exception.Message, StringComparison.Ordinal);
        Assert.Null(exception.InnerException);
    }

    [Fact]
    public async Task A_callback_hook_lets_a_right_callback_through()
    {
        var wire = new Wire().Answer("/token", Token);
        var client = Clients.Create<IProving>(wire);
        var request = await client.CreateAuthorizationRequestAsync(Parameters);

        var token = await client.RedeemAuthorizationCodeAsync(request, Proven(request, "the-secret"));

        Assert.Equal("at", token.AccessToken);
    }

    [Fact]
    public async Task A_callback_hook_refuses_before_the_code_is_sent_and_after_the_state_is_checked()
    {
        var wire = new Wire().Answer("/token", Token);
        var client = Clients.Create<IProving>(wire);
        var request = await client.CreateAuthorizationRequestAsync(Parameters);

        await Clients.FailsAsync(OAuthFailure.StateMismatch, () => client.RedeemAuthorizationCodeAsync(request, AuthorizationResponse.ParseQuery("?code=c&state=other&hmac=00")));
        await Clients.FailsAsync(OAuthFailure.CallbackRefused, () => client.RedeemAuthorizationCodeAsync(request, Proven(request, "another secret")));

        Assert.Empty(wire.Requests);
    }

    [Fact]
    public async Task A_refused_callback_has_used_its_request_up()
    {
        var client = Clients.Create<IProving>(new Wire());
        var request = await client.CreateAuthorizationRequestAsync(Parameters);

        await Clients.FailsAsync(OAuthFailure.CallbackRefused, () => client.RedeemAuthorizationCodeAsync(request, Clients.Callback(request)));
        await Clients.FailsAsync(OAuthFailure.RequestReplayed, () => client.RedeemAuthorizationCodeAsync(request, Proven(request, "the-secret")));
    }

    [Fact]
    public async Task What_a_hook_throws_gets_out_without_its_text()
    {
        var client = Clients.Create<IThrowing>(new Wire());
        var request = await client.CreateAuthorizationRequestAsync(Parameters);

        var exception = await Clients.FailsAsync(OAuthFailure.HookFailed, () => client.RedeemAuthorizationCodeAsync(request, Clients.Callback(request)));

        Assert.DoesNotContain("the-code", exception.ToString(), StringComparison.Ordinal);
        Assert.Contains("Throwing", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hook_can_be_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        var client = Clients.Create<IThrowing>(new Wire());
        var request = await client.CreateAuthorizationRequestAsync(Parameters);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.RedeemAuthorizationCodeAsync(request, Clients.Callback(request), cancellation.Token));
    }

    [Fact]
    public void A_hook_that_would_not_be_called_is_refused_with_the_options()
    {
        var declaration = new OAuthDeclaration("Test", OAuthMessage.Code)
        {
            Provider = new() { TokenEndpoint = "https://oauth.example.com/token" },
            Hooks = [new(new CallbackProof(), OAuthMessage.Code)],
        };

        var exception = Assert.Throws<OAuthException>(() => new OAuthClient(declaration, IProvingOptions.Complete));

        Assert.Equal(OAuthFailure.InvalidConfiguration, exception.Failure);
        Assert.Contains("Proof", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://oauth.example.com/me?tenant=acme", "https://oauth.example.com/me")]
    [InlineData("https://oauth.example.com/me/{token.access_token}", "https://oauth.example.com")]
    public async Task A_hook_sees_the_address_without_its_query_and_of_one_that_holds_a_token_the_host_alone(string endpoint, string shown)
    {
        var hook = new Watching();
        var declaration = new OAuthDeclaration("Test", OAuthMessage.UserInfo)
        {
            Provider = new() { UserInfoEndpoint = endpoint },
            Hooks = [new(hook, OAuthMessage.UserInfo)],
        };
        var client = new OAuthClient(declaration, new ProvingOptions { ClientId = "client", BackchannelHandler = new Wire() });

        await Assert.ThrowsAsync<OAuthException>(
            () => client.GetUserInfoAsync(OAuthMethod.UserInfo, new() { AccessToken = "at", Subject = null }, CancellationToken.None));

        Assert.Equal(shown, hook.Endpoint);
    }

    private static AuthorizationResponse Proven(AuthorizationRequest request, string secret)
    {
        var signed = $"code=the-code&shop=acme&state={request.State}";
        var proof = Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(signed)));
        return Clients.Callback(request, extra: $"&shop=acme&hmac={proof}");
    }

    private static class IProvingOptions
    {
        public static OAuthClientOptions Complete => new ProvingOptions { ClientId = "client" };
    }
}

/// <summary>Stamps and signs.</summary>
public sealed class Stamp : IOAuthRequestHook
{
    internal static AsyncLocal<string?> AlsoAdds { get; } = new();

    /// <inheritdoc />
    public ValueTask PrepareAsync(OAuthRequestContext request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Add("stamp", request.Message.ToString());
        if (AlsoAdds.Value is { } name)
        {
            request.Add(name, "of the hook");
        }

        request.Add("sign", Convert.ToBase64String(request.SignParameters("RS256")));
        return ValueTask.CompletedTask;
    }
}

/// <summary>Checks an HMAC.</summary>
public sealed class CallbackProof : IAuthorizationResponseHook
{
    /// <inheritdoc />
    public ValueTask VerifyAsync(AuthorizationResponseContext response, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(response);
        Assert.Null(response.Find("code"));
        Assert.Null(response.Find("state"));
        return response.Find("hmac") is { } stated
            && CryptographicOperations.FixedTimeEquals(Convert.FromHexString(stated), response.AuthenticateParameters("hmac"))
            ? ValueTask.CompletedTask
            : throw response.Refuse("the proof is wrong");
    }
}

/// <summary>Remembers where the request went.</summary>
public sealed class Watching : IOAuthRequestHook
{
    internal string? Endpoint { get; private set; }

    /// <inheritdoc />
    public ValueTask PrepareAsync(OAuthRequestContext request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        Endpoint = request.Endpoint;
        return ValueTask.CompletedTask;
    }
}

/// <summary>Throws what it should not.</summary>
public sealed class Throwing : IAuthorizationResponseHook
{
    /// <inheritdoc />
    public ValueTask VerifyAsync(AuthorizationResponseContext response, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        throw new FormatException("the-code is no code");
    }
}

/// <summary>A provider that wants its code requests signed.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://oauth.example.com/auth",
    TokenEndpoint = "https://oauth.example.com/token",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthHook<Stamp>(OAuthMessage.Code)]
public partial interface ISigning : IAuthorizationCodeGrant, IRefreshTokenGrant
{
    /// <summary>A refresh that is signed.</summary>
    [RefreshTokenRequest, OAuthHook<Stamp>]
    Task<TokenResponse> RefreshSignedAsync(string refreshToken, CancellationToken cancellationToken = default);
}

/// <summary>A provider that proves its callbacks.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://oauth.example.com/auth",
    TokenEndpoint = "https://oauth.example.com/token",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthHook<CallbackProof>(OAuthMessage.Authorization)]
public partial interface IProving : IAuthorizationCodeGrant;

/// <summary>A provider whose hook is broken.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://oauth.example.com/auth",
    TokenEndpoint = "https://oauth.example.com/token",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthHook<Throwing>(OAuthMessage.Authorization)]
public partial interface IThrowing : IAuthorizationCodeGrant;
