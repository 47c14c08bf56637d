using Microsoft.CodeAnalysis.Text;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Tests.Code;

/// <summary>Which files are looked at.</summary>
public sealed class OAuthWordsTests
{
    [Theory]
    [InlineData("var clientSecret = 1;", true)]
    [InlineData("var CLIENT_SECRET = 1;", true)]
    [InlineData("options.AccessToken", true)]
    [InlineData("// an OAuth client", true)]
    [InlineData("class Car { CancellationToken token; }", false)]
    [InlineData("", false)]
    public void A_file_without_a_word_of_oauth_is_not(string source, bool looked) => Assert.Equal(looked, OAuthWords.AreIn(SourceText.From(source)));

    [Fact]
    public void A_word_is_found_wherever_the_windows_of_the_search_end()
    {
        for (var before = 8100; before < 8250; before++)
        {
            Assert.True(OAuthWords.AreIn(SourceText.From(new string('x', before) + " clientsecret " + new string('x', 100))), $"{before}");
        }
    }
}
