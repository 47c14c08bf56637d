using Refit;

namespace SampleWorker;

/// <summary>The whole program: a provider, an API that has its tokens by itself, and the work.</summary>
public static class WorkerHost
{
    /// <summary>Puts it together.</summary>
    /// <param name="args">The command line, which can state any setting: <c>--Acme:ClientId …</c>.</param>
    /// <returns>The program, which is not started yet.</returns>
    public static IHost Create(string[] args)
    {
        var builder = Host.CreateApplicationBuilder(args);

        // Issuer and ClientId are in appsettings.json, ClientSecret is in the user secrets or in the environment.
        builder.Services.AddAcme(builder.Configuration.GetSection("Acme"));

        // The token is requested once, renewed before it expires, and sent to this address only.
        builder.Services
            .AddRefitGeneratedClient<IApi>()
            .ConfigureHttpClient(client => client.BaseAddress = new Uri(builder.Configuration["Api:Address"] ?? throw new InvalidOperationException("State Api:Address.")))
            .AddClientAccessToken<IAcme>(request => request with { Scopes = builder.Configuration.GetSection("Api:Scopes").Get<string[]>() ?? [] });

        builder.Services.AddHostedService<ApiWorker>();
        return builder.Build();
    }
}
