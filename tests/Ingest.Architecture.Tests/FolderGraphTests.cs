namespace Ingest.Architecture.Tests;

public class FolderGraphTests
{
    [Fact]
    public void A_circle_is_found_over_several_folders_and_told_with_what_closes_it()
    {
        var folders = new FolderGraph([("A", "B", "a -> b"), ("B", "C", "b -> c"), ("C", "A", "c -> a"), ("C", "D", "c -> d")]);

        string cycle = Assert.Single(folders.Cycles());
        Assert.Equal("A uses B (a -> b); B uses C (b -> c); C uses A (c -> a)", cycle);
    }

    [Fact]
    public void Two_ways_to_one_folder_are_no_circle() =>
        Assert.Empty(new FolderGraph([("A", "B", ""), ("A", "C", ""), ("B", "D", ""), ("C", "D", ""), ("D", "D", "")]).Cycles());
}
