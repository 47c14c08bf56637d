using Microsoft.Extensions.Logging;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.Extensibility;

namespace SdkGen.OAuth.Comparison;

/// <summary>MSAL with a generic OpenID Connect authority: a public client for sign-ins, a confidential one for machines.</summary>
internal sealed class Msal : ILibrary
{
    public string Name => "MSAL";

    public string Version => PackageVersion.Of(typeof(PublicClientApplication));

    public ILibraryClient Create(Scenario scenario, ILoggerFactory loggers) => new Client(scenario.Issuer, loggers.CreateLogger("MSAL"));

    private sealed class Client(string issuer, ILogger logger) : ILibraryClient
    {
        // Without PII, which is the default and what its documentation asks for.
        private readonly IConfidentialClientApplication _machine = ConfidentialClientApplicationBuilder.Create(HostileProvider.ClientId)
            .WithClientSecret(HostileProvider.ClientSecret)
            .WithOidcAuthority(issuer)
            .WithLogging((_, message, _) => Say(logger, message), Microsoft.Identity.Client.LogLevel.Verbose, enablePiiLogging: false)
            .Build();

        public bool TakesCallbacksTwice => false;

        public bool KeepsMachineTokens => true;

        public async Task<TimeSpan?> SignInAsync(Func<Uri, Uri> callback, bool again)
        {
            var application = PublicClientApplicationBuilder.Create(HostileProvider.ClientId)
                .WithExperimentalFeatures()
                .WithOidcAuthority(issuer)
                .WithRedirectUri(HostileProvider.RedirectUri.AbsoluteUri)
                .WithLogging((_, message, _) => Say(logger, message), Microsoft.Identity.Client.LogLevel.Verbose, enablePiiLogging: false)
                .Build();
            var result = await application.AcquireTokenInteractive(["openid"]).WithCustomWebUi(new Browser(callback)).ExecuteAsync();
            return result.ExpiresOn - DateTimeOffset.UtcNow;
        }

        public async Task<TimeSpan?> GetMachineTokenAsync() =>
            (await _machine.AcquireTokenForClient(["api"]).ExecuteAsync()).ExpiresOn - DateTimeOffset.UtcNow;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private static void Say(ILogger logger, string message) => logger.Log(Microsoft.Extensions.Logging.LogLevel.Trace, default, message, null, (text, _) => text);
    }

    private sealed class Browser(Func<Uri, Uri> callback) : ICustomWebUi
    {
        public Task<Uri> AcquireAuthorizationCodeAsync(Uri authorizationUri, Uri redirectUri, CancellationToken cancellationToken) =>
            Task.FromResult(callback(authorizationUri));
    }
}
