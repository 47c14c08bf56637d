using System.Reflection;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Tests.Protocol;

/// <summary>What the option of a variable is called: as C# would, and never as something that every options class has already.</summary>
public sealed class VariableNamesTests
{
    /// <summary>Everything that a class derived from the options can see, and with that also hide.</summary>
    public static TheoryData<string> Taken => [.. typeof(OAuthClientOptions)
        .GetMembers(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.FlattenHierarchy)
        .Where(member => member switch
        {
            MethodBase method => !method.IsSpecialName && (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly),
            PropertyInfo property => property.GetMethod!.IsPublic || property.GetMethod.IsFamily,
            _ => false,
        })
        .Select(member => member.Name)
        .Distinct()];

    [Theory]
    [InlineData("tenant", "Tenant")]
    [InlineData("baseUrl", "BaseUrl")]
    [InlineData("Tenant", "Tenant")]
    [InlineData("user_pool-id", "UserPoolId")]
    [InlineData("user.pool", "UserPool")]
    [InlineData("_a__b_", "AB")]
    [InlineData("a1", "A1")]
    [InlineData("_1", "_1")]
    [InlineData("_9a", "_9a")]
    [InlineData("_", "Variable")]
    [InlineData("client_id", "ClientIdVariable")]
    public void The_option_of_a_variable_is_called_as_properties_are(string variable, string property) =>
        Assert.Equal(property, VariableNames.Property(variable));

    [Theory]
    [MemberData(nameof(Taken))]
    public void A_variable_that_is_called_as_a_member_of_all_options_gets_another_name(string member) =>
        Assert.Equal(member + "Variable", VariableNames.Property(member));
}
