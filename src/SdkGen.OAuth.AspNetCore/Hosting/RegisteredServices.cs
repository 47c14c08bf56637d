using Microsoft.Extensions.DependencyInjection;

namespace SdkGen.OAuth.AspNetCore;

/// <summary>Finds what the application has registered, or says what it has not.</summary>
internal static class RegisteredServices
{
    public static TProvider Provider<TProvider>(IServiceProvider services, string? name)
        where TProvider : class, IOAuthProvider<TProvider> =>
        (name is null ? services.GetService<TProvider>() : services.GetKeyedService<TProvider>(name)) ?? throw new OAuthException(
            OAuthFailure.InvalidConfiguration,
            $"{typeof(TProvider).Name} is not registered{(name is null ? "" : $" with the name '{name}'")}: "
            + $"call services.Add{TProvider.Declaration.Name}(…), which is generated for partial interfaces.")
        {
            Provider = TProvider.Declaration.Name,
        };

    public static TimeProvider Clock(IServiceProvider services) => services.GetService<TimeProvider>() ?? TimeProvider.System;
}
