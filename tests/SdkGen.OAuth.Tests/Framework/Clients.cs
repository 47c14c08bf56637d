using Microsoft.Extensions.Configuration;

namespace SdkGen.OAuth.Tests;

/// <summary>Makes clients whose provider is the test.</summary>
internal static class Clients
{
    public static T Create<T>(
        Wire wire, Action<OAuthClientOptions>? configure = null, OAuthClientServices? services = null, params (string Name, string Value)[] variables)
        where T : class, IOAuthProvider<T>
    {
        var options = T.CreateOptions();
        options.ClientId = TestIssuer.ClientId;
        options.ClientSecret = "the-secret";
        options.BackchannelHandler = wire;
        options.Bind(new ConfigurationBuilder()
            .AddInMemoryCollection(variables.Select(variable => KeyValuePair.Create(variable.Name, (string?)variable.Value)))
            .Build());
        configure?.Invoke(options);
        return T.CreateClient(new OAuthClient(T.Declaration, options, services));
    }

    /// <summary>The failure of a call.</summary>
    public static async Task<OAuthException> FailsAsync(OAuthFailure failure, Func<Task> call)
    {
        var exception = await Assert.ThrowsAsync<OAuthException>(call);
        Assert.Equal(failure, exception.Failure);
        return exception;
    }

    public static AuthorizationResponse Callback(AuthorizationRequest request, string code = "the-code", string extra = "") =>
        AuthorizationResponse.ParseQuery($"?code={code}&state={request.State}{extra}");
}
