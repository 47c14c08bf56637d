namespace SdkGen.OAuth.Packaging.Tests;

/// <summary>A project of everything that the pages show, built once with the packages.</summary>
public sealed class Documentation(Packages packages) : IAsyncLifetime
{
    /// <summary>What the pages compare with.</summary>
    private static readonly string[] Others =
    [
        "Duende.IdentityModel",
        "Duende.IdentityModel.OidcClient",
        "Microsoft.AspNetCore.Authentication.OpenIdConnect",
        "Microsoft.Identity.Client",
        "OpenIddict.Client.AspNetCore",
        "OpenIddict.Client.SystemNetHttp",

        // What these ask for is not published everywhere.
        "Polly.Extensions",
        "Polly.RateLimiting",
    ];

    internal CommandResult Build { get; private set; } = null!;

    async Task IAsyncLifetime.InitializeAsync()
    {
        // Microsoft.Extensions.Hosting comes with the framework.
        var project = packages.Write(
            "Documentation",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                <FrameworkReference Include="Microsoft.AspNetCore.App" />
                <PackageReference Include="SdkGen.OAuth" Version="{packages.Version}" />
                <PackageReference Include="SdkGen.OAuth.Redis" Version="{packages.Version}" />
                <PackageReference Include="SdkGen.OAuth.AspNetCore" Version="{packages.Version}" />
                <PackageReference Include="SdkGen.OAuth.Testing" Version="{packages.Version}" />
                <PackageReference Include="SdkGen.OAuth.Providers" Version="{packages.Version}" />
                <PackageReference Include="Refit.HttpClientFactory" Version="{Packages.VersionOf("Refit.HttpClientFactory")}" />
                <PackageReference Include="xunit" Version="{Packages.VersionOf("xunit")}" />
                {string.Concat(Others.Select(id => $"""<PackageReference Include="{id}" Version="{Packages.VersionOf(id)}" />"""))}
              </ItemGroup>
            </Project>
            """);
        foreach (var page in Page.All.Where(page => page.IsGuide))
        {
            await File.WriteAllTextAsync(project.PathOf(PageSource.Namespace(page) + ".cs"), PageSource.Write(page));
            if (page.Blocks.Exists(block => block.IsBefore))
            {
                await File.WriteAllTextAsync(project.PathOf(PageSource.Namespace(page) + "Before.cs"), PageSource.Write(page, before: true));
            }
        }

        // What a user may overlook, a page may not show: rules that only inform count too, but for the one that tells what a quirk costs.
        await File.WriteAllTextAsync(
            project.PathOf(".globalconfig"),
            """
            is_global = true
            dotnet_analyzer_diagnostic.category-OAuth.Usage.severity = warning
            dotnet_analyzer_diagnostic.category-OAuth.Security.severity = warning
            dotnet_diagnostic.OAUTH6009.severity = none
            """);
        (Build, _) = await project.BuildAsync();
    }

    Task IAsyncLifetime.DisposeAsync() => Task.CompletedTask;
}
