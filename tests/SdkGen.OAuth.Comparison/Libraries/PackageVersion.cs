using System.Reflection;

namespace SdkGen.OAuth.Comparison;

/// <summary>The version of the package that a type came in, which its assembly says besides the one that it is loaded by.</summary>
internal static class PackageVersion
{
    public static string Of(Type type) => type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
