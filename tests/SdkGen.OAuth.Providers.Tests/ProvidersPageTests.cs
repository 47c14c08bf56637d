using SdkGen.OAuth.Providers.Tests.Framework;

namespace SdkGen.OAuth.Providers.Tests;

/// <summary>docs/providers.md is what the interfaces say.</summary>
public sealed class ProvidersPageTests
{
    private const string Switch = "SDKGEN_WRITE_PAGES";

    [Fact]
    public void The_page_of_providers_is_up_to_date()
    {
        var page = ProvidersPage.Write();
        if (Environment.GetEnvironmentVariable(Switch) == "1")
        {
            File.WriteAllText(Sources.Page, page);
        }

        var kept = File.Exists(Sources.Page) ? File.ReadAllText(Sources.Page).ReplaceLineEndings("\n") : "";
        Assert.True(kept == page, $"docs/providers.md is not what the interfaces say. Renew it: {Switch}=1 dotnet test tests/SdkGen.OAuth.Providers.Tests");
    }
}
