namespace SdkGen.OAuth.Packaging.Tests;

/// <summary>A program whose one reference is <c>SdkGen.OAuth</c>, built once for the tests that look at it.</summary>
public sealed class Application(Packages packages) : IAsyncLifetime
{
    /// <summary>What the program prints, in whichever way it is compiled.</summary>
    internal static readonly string[] Expected =
    [
        "client credentials: Basic b3J5LWFwcDp0aGUtc2VjcmV0 grant_type=client_credentials&scope=orders.read machine-1",
        "authorization: https://acme.projects.oryapis.com/oauth2/auth openid offline_access S256 43 True True",
        "tokens: alice-1 refresh-1 alice",
        "user: alice gold",
        "refresh: alice-2 refresh-2",
        "github: read:user repo false octocat S256",
        "github user: 42 Octo Cat",
        "cached: machine-2 machine-2 1",
        "api: Bearer machine-3",
        "api: Bearer machine-3",
        "wrong callback: StateMismatch",
        "no client id: InvalidConfiguration",
    ];

    /// <summary>The secret is in no source.</summary>
    internal static readonly (string Name, string Value)[] Environment = [("ORY_SECRET", "the-secret")];

    internal Consumer Project { get; private set; } = null!;

    internal CommandResult Build { get; private set; } = null!;

    internal IReadOnlyList<string> CompilerArguments { get; private set; } = null!;

    async Task IAsyncLifetime.InitializeAsync()
    {
        // CA1515 and CA2007 are about libraries and applications in general: nothing is switched off for generated code.
        Project = packages.Write(
            "Application",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <AnalysisMode>All</AnalysisMode>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <NoWarn>$(NoWarn);CA1515;CA2007</NoWarn>
                <GenerateDocumentationFile>true</GenerateDocumentationFile>
                <EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>
                <PublishAot>true</PublishAot>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="SdkGen.OAuth" Version="{packages.Version}" />
              </ItemGroup>
            </Project>
            """);
        (Build, CompilerArguments) = await Project.BuildAsync();
    }

    Task IAsyncLifetime.DisposeAsync() => Task.CompletedTask;
}
