using Duende.IdentityModel.Client;
using Duende.IdentityModel.OidcClient;
using Microsoft.Extensions.Logging;

namespace SdkGen.OAuth.Comparison;

/// <summary>OidcClient for sign-ins, and the extension methods of IdentityModel for machines: each with the options that its guide begins with.</summary>
internal sealed class DuendeLibraries : ILibrary
{
    public string Name => "OidcClient, IdentityModel";

    public string Version => $"{PackageVersion.Of(typeof(OidcClient))}, {PackageVersion.Of(typeof(DiscoveryDocumentResponse))}";

    public ILibraryClient Create(Scenario scenario, ILoggerFactory loggers) => new Client(scenario.Issuer, loggers);

    private sealed class Client(string issuer, ILoggerFactory loggers) : ILibraryClient
    {
        private readonly HttpClient _http = new();

        public bool TakesCallbacksTwice => true;

        public bool KeepsMachineTokens => false;

        public async Task<TimeSpan?> SignInAsync(Func<Uri, Uri> callback, bool again)
        {
            var client = new OidcClient(new OidcClientOptions
            {
                Authority = issuer,
                ClientId = HostileProvider.ClientId,
                ClientSecret = HostileProvider.ClientSecret,
                RedirectUri = HostileProvider.RedirectUri.AbsoluteUri,
                Scope = "openid",
                LoadProfile = false,
                LoggerFactory = loggers,
            });
            var state = await client.PrepareLoginAsync();
            if (state.IsError)
            {
                throw new LibraryException($"{state.Error} {state.ErrorDescription}");
            }

            var answer = callback(new(state.StartUrl)).AbsoluteUri;
            var result = await client.ProcessResponseAsync(answer, state);
            if (again && !result.IsError)
            {
                result = await client.ProcessResponseAsync(answer, state);
            }

            return result.IsError
                ? throw new LibraryException($"{result.Error} {result.ErrorDescription}")
                : result.AccessTokenExpiration - DateTimeOffset.Now;
        }

        public async Task<TimeSpan?> GetMachineTokenAsync()
        {
            var metadata = await _http.GetDiscoveryDocumentAsync(issuer);
            if (metadata.IsError)
            {
                throw new LibraryException(metadata.Error!);
            }

            var reply = await _http.RequestClientCredentialsTokenAsync(new()
            {
                Address = metadata.TokenEndpoint,
                ClientId = HostileProvider.ClientId,
                ClientSecret = HostileProvider.ClientSecret,
                Scope = "api",
            });
            return reply.IsError ? throw new LibraryException($"{reply.Error} {reply.ErrorDescription} {reply.Raw}") : TimeSpan.FromSeconds(reply.ExpiresIn);
        }

        public ValueTask DisposeAsync()
        {
            _http.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
