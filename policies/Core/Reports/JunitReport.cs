using System.Globalization;
using System.Xml.Linq;

namespace LlmOpsSecure.Policies.Reports;

/// <summary>JUnit XML: one test suite an input, one test case a finding; what blocks is a failure, the rest is skipped with its message.</summary>
public static class JunitReport
{
    /// <summary>The whole report.</summary>
    public static string Of(Report report) => new XDocument(
        new XElement(
            "testsuites",
            new XAttribute("name", "LlmOpsSecure"),
            report.Inputs.Select(input => new XElement(
                "testsuite",
                new XAttribute("name", Clean(input.Name)),
                new XAttribute("tests", Math.Max(1, input.Findings.Count).ToString(CultureInfo.InvariantCulture)),
                new XAttribute("failures", input.Findings.Count(finding => finding.Blocks && finding.Result != "error").ToString(CultureInfo.InvariantCulture)),
                new XAttribute("errors", input.Findings.Count(finding => finding.Blocks && finding.Result == "error").ToString(CultureInfo.InvariantCulture)),
                new XAttribute("skipped", input.Findings.Count(finding => !finding.Blocks).ToString(CultureInfo.InvariantCulture)),
                input.Findings.Count == 0
                    ? [new XElement("testcase", new XAttribute("classname", "policies"), new XAttribute("name", $"{input.Resources} resources keep every policy"))]
                    : input.Findings.Select(Case))))).ToString() + "\n";

    private static XElement Case(ReportFinding finding) => new(
        "testcase",
        new XAttribute("classname", Clean(finding.Policy)),
        new XAttribute("name", Clean(finding.Path.Length == 0 ? finding.ResourceName : $"{finding.ResourceName} {finding.Path}")),
        new XElement(
            !finding.Blocks ? "skipped" : finding.Result == "error" ? "error" : "failure",
            new XAttribute("message", Clean(finding.Message)),
            finding.Blocks ? Clean($"{finding.Urn}\n{finding.Message}\n{finding.Info?.Remediation}") : null));

    private static string Clean(string text) => string.Concat(text.Where(character => character is '\n' or '\t' || !char.IsControl(character)));
}
