using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SdkGen.OAuth.Comparison;

/// <summary>The provider as a user of this SDK declares it.</summary>
[OAuthProvider("{issuer}", Scopes = ["openid"])]
public partial interface IAttacked : IAuthorizationCodeGrant, IClientCredentialsGrant;

/// <summary>This SDK.</summary>
internal sealed class Ours : ILibrary
{
    public string Name => "SdkGen";

    public string Version => PackageVersion.Of(typeof(OAuthClient));

    public ILibraryClient Create(Scenario scenario, ILoggerFactory loggers)
    {
        var services = new ServiceCollection();
        services.AddSingleton(loggers);
        services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        services.AddAttacked(options =>
        {
            options.Issuer = scenario.Issuer;
            options.ClientId = HostileProvider.ClientId;
            options.ClientSecret = HostileProvider.ClientSecret;
        });
        return new Client(services.BuildServiceProvider());
    }

    private sealed class Client(ServiceProvider services) : ILibraryClient
    {
        public bool TakesCallbacksTwice => true;

        public bool KeepsMachineTokens => true;

        public async Task<TimeSpan?> SignInAsync(Func<Uri, Uri> callback, bool again)
        {
            var provider = services.GetRequiredService<IAttacked>();
            var request = await provider.CreateAuthorizationRequestAsync(new() { RedirectUri = HostileProvider.RedirectUri });
            var response = AuthorizationResponse.Parse(callback(request.Uri));
            var token = await provider.RedeemAuthorizationCodeAsync(request, response);
            return (again ? await provider.RedeemAuthorizationCodeAsync(request, response) : token).ExpiresIn;
        }

        public async Task<TimeSpan?> GetMachineTokenAsync() =>
            (await services.GetRequiredService<IClientTokenSource<IAttacked>>().GetTokenAsync(new() { Scopes = ["api"] })).ExpiresIn;

        public ValueTask DisposeAsync() => services.DisposeAsync();
    }
}
