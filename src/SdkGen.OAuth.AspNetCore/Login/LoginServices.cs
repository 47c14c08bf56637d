using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SdkGen.OAuth.AspNetCore.Login;

/// <summary>What sign-ins need of the application. One that registers nothing for them has Data Protection as ASP.NET Core sets it up.</summary>
internal static class LoginServices
{
    public static LoginFlow Flow(IServiceProvider services) => services.GetService<LoginFlow>() ?? Create(services);

    private static LoginFlow Create(IServiceProvider services)
    {
        var clock = RegisteredServices.Clock(services);
        var names = new LoginCookieName(services.GetRequiredService<IHostEnvironment>());
        var protection = services.GetService<IDataProtectionProvider>() ?? DefaultProtection(services);
        return new(services.GetService<IAuthorizationRequestStore>() is { } store
            ? new ServerSideLogins(store, protection, names, clock)
            : new CookieLogins(protection, names, new(clock), clock));
    }

    private static IDataProtectionProvider DefaultProtection(IServiceProvider services)
    {
        var own = new ServiceCollection();
        own.AddSingleton(services.GetRequiredService<IHostEnvironment>());
        own.AddDataProtection();
        return own.BuildServiceProvider().GetRequiredService<IDataProtectionProvider>();
    }
}
