namespace Ingest.Benchmarks.Pictures;

/// <summary>
/// The mean structural similarity of two pictures (Wang, Bovik, Sheikh, Simoncelli 2004): windows of 11 × 11 weighted by a
/// Gaussian of 1.5 pixels, K1 = 0.01, K2 = 0.03, 256 shades.
/// </summary>
internal static class Similarity
{
    private const int Radius = 5;

    private const double Sigma = 1.5;

    private static readonly double[] _weights = Weights();

    /// <returns>1 for the same picture. What one is larger than the other is not compared.</returns>
    public static double Of(GrayImage a, GrayImage b)
    {
        (int width, int height) = (Math.Min(a.Width, b.Width), Math.Min(a.Height, b.Height));
        double[] x = Part(a, width, height), y = Part(b, width, height);
        double[] meanX = Blurred(x, width, height), meanY = Blurred(y, width, height);
        double[] squareX = Blurred(Product(x, x), width, height), squareY = Blurred(Product(y, y), width, height), product = Blurred(Product(x, y), width, height);
        const double c1 = 0.01 * 255 * 0.01 * 255, c2 = 0.03 * 255 * 0.03 * 255;
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            (double mx, double my) = (meanX[i], meanY[i]);
            double varianceX = squareX[i] - (mx * mx), varianceY = squareY[i] - (my * my), covariance = product[i] - (mx * my);
            sum += ((2 * mx * my) + c1) * ((2 * covariance) + c2) / (((mx * mx) + (my * my) + c1) * (varianceX + varianceY + c2));
        }

        return sum / x.Length;
    }

    private static double[] Weights()
    {
        double[] weights = [.. Enumerable.Range(-Radius, (2 * Radius) + 1).Select(at => Math.Exp(-(at * at) / (2 * Sigma * Sigma)))];
        double all = weights.Sum();
        return [.. weights.Select(weight => weight / all)];
    }

    private static double[] Part(GrayImage image, int width, int height)
    {
        double[] part = new double[width * height];
        for (int row = 0; row < height; row++)
            for (int column = 0; column < width; column++)
                part[(row * width) + column] = image.Shades[(row * image.Width) + column];
        return part;
    }

    private static double[] Product(double[] a, double[] b) => [.. a.Zip(b, static (x, y) => x * y)];

    /// <summary>Along rows, then along columns; at the edges the last pixel goes on.</summary>
    private static double[] Blurred(double[] image, int width, int height)
    {
        double[] along = new double[image.Length], both = new double[image.Length];
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++)
                for (int k = -Radius; k <= Radius; k++)
                    along[(y * width) + x] += _weights[k + Radius] * image[(y * width) + Math.Clamp(x + k, 0, width - 1)];
        for (int y = 0; y < height; y++)
            for (int k = -Radius; k <= Radius; k++)
            {
                int from = Math.Clamp(y + k, 0, height - 1) * width;
                for (int x = 0; x < width; x++)
                    both[(y * width) + x] += _weights[k + Radius] * along[from + x];
            }

        return both;
    }
}
