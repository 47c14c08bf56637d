using System;
using System.Threading.Tasks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Client;

// The client of OpenIddict checks state, nonce and token by itself.
public static class OpenIddictLogin
{
    public static void Add(IServiceCollection services, IConfiguration configuration) => services.AddOpenIddict().AddClient(options =>
    {
        options.AllowAuthorizationCodeFlow().AllowRefreshTokenFlow();
        options.AllowPasswordFlow(); // expect: OAUTH7001
        options.AllowImplicitFlow(); // expect: OAUTH7002 (info)
        options.UseAspNetCore()
            .EnableRedirectionEndpointPassthrough()
            .DisableTransportSecurityRequirement(); // expect: OAUTH6003 (info)
        options.AddRegistration(new OpenIddictClientRegistration
        {
            Issuer = new Uri("https://login.acme.example/"),
            ClientId = "web",
            ClientSecret = configuration["Acme:ClientSecret"],
            RedirectUri = new Uri("callback/login/acme", UriKind.Relative),
        });
        options.AddRegistration(new OpenIddictClientRegistration
        {
            Issuer = new Uri("https://login.other.example/"),
            ClientId = "web",
            ClientSecret = "846B62D0-DEF9-4215-A99D-86E6B8DAB342", // expect: OAUTH3001
            RedirectUri = new Uri("http://app.acme.example/callback"), // expect: OAUTH4002
        });
        options.UseWebProviders().AddGitHub(github => github
            .SetClientId("Iv1.0123456789abcdef")
            .SetClientSecret("98e0af128608901e9df91d64ee61536fe562ab11") // expect: OAUTH3001
            .SetRedirectUri("callback/login/github"));
    });

    public static async Task Login(OpenIddictClientService service, string user, string password)
    {
        var result = await service.AuthenticateWithPasswordAsync(new() { Username = user, Password = password }); // expect: OAUTH7001
        Console.WriteLine(result.TokenResponse.TokenType);
        var answer = await service.AuthenticateInteractivelyAsync(new() { Nonce = result.Nonce });
        Console.WriteLine("Access token: {0}", answer.BackchannelAccessToken); // expect: OAUTH5001
    }
}
